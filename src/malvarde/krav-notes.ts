/** Where a requirement leaves what it read beside itself. */
export interface KravNotes {
  villkor: string | null;
  anmärkningar: string[];
}
