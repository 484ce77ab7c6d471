import type { Utfall } from '../model/utfall.ts';
import { type DataObject, digits } from './data.ts';

/** An outcome with the file and the physical line where it stands. */
export function utfallData({ text, värde, period, enhet, kön, anmärkning, file, rad }: Utfall): DataObject {
  return {
    text,
    värde:
      värde.slag === 'tal'
        ? digits(värde.kvantitet.siffror)
        : värde.slag === 'läge'
          ? värde.läge
          : värde.slag === 'datum'
            ? värde.datum
            : null,
    måttenhet: värde.slag === 'tal' ? värde.kvantitet.måttenhet : null,
    period: period.id,
    ...(enhet === null ? {} : { enhet }),
    ...(kön === 'totalt' ? {} : { kön }),
    ...(anmärkning === null ? {} : { anmärkning }),
    källa: { fil: file.path, rad },
  };
}
