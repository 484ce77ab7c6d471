/**
 * Every finding that is made while plan files are read. A code is never used again for something else; rules that look
 * at the whole plan have theirs in `check/rules/`.
 */
export type Severity = 'fel' | 'varning' | 'notis';

export interface CodeInfo {
  readonly slug: string;
  readonly severity: Severity;
  readonly title: string;
}

export const LOAD_CODES = {
  VP001: { slug: 'plan-saknas', severity: 'fel', title: 'Planmappen har ingen plan.yaml' },
  VP002: { slug: 'olast-fil', severity: 'varning', title: 'Filen läses inte av något' },
  VP003: { slug: 'teckenkodning', severity: 'fel', title: 'Filen är inte sparad som UTF-8' },
  VP004: { slug: 'for-stor-fil', severity: 'fel', title: 'Filen är för stor' },
  VP005: { slug: 'tom-fil', severity: 'fel', title: 'Filen är tom' },
  VP006: { slug: 'konfliktmarkering', severity: 'fel', title: 'Filen har olösta konflikter från git' },
  VP007: { slug: 'gar-inte-att-lasa', severity: 'fel', title: 'Filen går inte att läsa' },
  VP101: { slug: 'yaml-syntax', severity: 'fel', title: 'Filen går inte att tolka som YAML' },
  VP102: { slug: 'yaml-tabb', severity: 'fel', title: 'Tabbtecken i filen' },
  VP103: { slug: 'yaml-decimalkomma', severity: 'fel', title: 'Decimalkomma inom klamrar' },
  VP104: {
    slug: 'yaml-specialtecken',
    severity: 'fel',
    title: 'Värdet börjar med ett tecken som YAML tar för något annat',
  },
  VP105: { slug: 'yaml-kolon', severity: 'fel', title: 'Kolon inne i ett värde' },
  VP106: { slug: 'yaml-nummertecken', severity: 'fel', title: 'Nummertecken som kan vara text eller kommentar' },
  VP107: { slug: 'yaml-hart-mellanslag', severity: 'fel', title: 'Hårt mellanslag i radens början eller efter kolon' },
  VP108: { slug: 'yaml-dubbel-nyckel', severity: 'fel', title: 'Samma nyckel två gånger' },
  VP109: { slug: 'yaml-referens', severity: 'fel', title: 'Ankare, alias, tagg eller flera dokument' },
  VP110: { slug: 'okand-nyckel', severity: 'fel', title: 'Nyckeln finns inte' },
  VP111: { slug: 'nyckel-saknas', severity: 'fel', title: 'En nyckel saknas' },
  VP112: { slug: 'fel-varde', severity: 'fel', title: 'Värdet passar inte nyckeln' },
  VP113: { slug: 'tomt-varde', severity: 'fel', title: 'Värdet saknas' },
  VP120: { slug: 'dubbelt-id', severity: 'fel', title: 'Samma id två gånger' },
  VP121: { slug: 'okant-id', severity: 'fel', title: 'Id finns inte' },
  VP122: { slug: 'okant-organ', severity: 'fel', title: 'Organet finns inte' },
  VP123: { slug: 'okand-period', severity: 'fel', title: 'Perioden går inte att läsa' },
  VP124: { slug: 'okand-status', severity: 'fel', title: 'Statusen finns inte i planens skala' },
  VP125: { slug: 'malomrade-utan-plats', severity: 'varning', title: 'Målområdet står inte i plan.yaml' },
  VP126: { slug: 'fel-organ', severity: 'fel', title: 'Uppföljningen gäller ett annat organ' },
  VP130: { slug: 'utfall-rubrik', severity: 'fel', title: 'Utfallsfilens rubrikrad är fel' },
  VP131: { slug: 'utfall-celler', severity: 'fel', title: 'Utfallsraden har fel antal celler' },
  VP132: { slug: 'utfall-okant-nyckeltal', severity: 'fel', title: 'Utfallsraden gäller ett okänt nyckeltal' },
  VP133: { slug: 'utfall-mattenhet', severity: 'fel', title: 'Utfallet har en annan måttenhet än nyckeltalet' },
  VP134: { slug: 'utfall-motsagelse', severity: 'fel', title: 'Två utfallsrader säger olika' },
  VP135: { slug: 'utfall-olasligt', severity: 'fel', title: 'Utfallet går inte att läsa' },
  VP136: { slug: 'utfall-organ', severity: 'fel', title: 'Nyckeltalet gäller inte organet' },
  VP137: { slug: 'utfall-period', severity: 'fel', title: 'Utfallsradens period går inte att läsa' },
  VP138: { slug: 'utfall-enhet', severity: 'fel', title: 'Utfallsradens enhet finns inte' },
  VP139: { slug: 'utfall-cell', severity: 'fel', title: 'En cell i utfallsraden går inte att läsa' },
  VP140: { slug: 'kand-avvikelse-utan-fynd', severity: 'fel', title: 'En känd avvikelse svarar inte mot något fynd' },
  VP141: { slug: 'undantag-for-fel', severity: 'fel', title: 'Ett fel kan inte undantas' },
  VP142: { slug: 'undantag-utan-fynd', severity: 'varning', title: 'Ett undantag svarar inte mot någon varning' },
} as const satisfies Readonly<Record<string, CodeInfo>>;

export type LoadCode = keyof typeof LOAD_CODES;
