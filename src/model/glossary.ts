/**
 * The closed list of the field's own nouns. Identifiers with å, ä or ö are built from these words and no others; a noun
 * never has an English twin. The documentation prints this list, and a test holds the source against it.
 */
export interface Term {
  readonly term: string;
  /** Forms in which the word stands in identifiers beside `term`. */
  readonly forms: readonly string[];
  /** The word as it stands in paths, rule slugs and command-line flags. */
  readonly slug: string;
  readonly meaning: string;
  readonly english: string;
}

export const GLOSSARY: readonly Term[] = [
  { term: 'ackumulerande', forms: [], slug: 'ackumulerande', meaning: 'växer under året', english: 'cumulative' },
  { term: 'andel', forms: [], slug: 'andel', meaning: 'del av en helhet', english: 'share' },
  {
    term: 'anmärkning',
    forms: ['anmärkningar'],
    slug: 'anmarkning',
    meaning: 'ord vid sidan av ett värde',
    english: 'remark',
  },
  {
    term: 'avvikelse',
    forms: ['avvikelser'],
    slug: 'avvikelse',
    meaning: 'skillnad mot det väntade',
    english: 'deviation',
  },
  {
    term: 'bedömning',
    forms: ['bedömningar', 'bedömd', 'bedöms', 'bedömda', 'bedömningsregler'],
    slug: 'bedomning',
    meaning: 'status för ett mål, beräknad eller bedömd av en människa',
    english: 'assessment',
  },
  { term: 'beräknad', forms: [], slug: 'beraknad', meaning: 'framräknad av vp', english: 'computed' },
  {
    term: 'enhet',
    forms: ['enheter'],
    slug: 'enhet',
    meaning: 'del av organisationen',
    english: 'unit of the organisation',
  },
  { term: 'etappmål', forms: [], slug: 'etappmal', meaning: 'målvärde för en del av året', english: 'interim target' },
  { term: 'fall', forms: [], slug: 'fall', meaning: 'ett av flera fall', english: 'case' },
  {
    term: 'fördelning',
    forms: [],
    slug: 'fordelning',
    meaning: 'hur många som har varje status',
    english: 'distribution',
  },
  { term: 'förklaring', forms: [], slug: 'forklaring', meaning: 'varför något har sin status', english: 'explanation' },
  { term: 'förändring', forms: [], slug: 'forandring', meaning: 'ändring från ett basår', english: 'change' },
  { term: 'frist', forms: [], slug: 'frist', meaning: 'senaste dag eller år', english: 'deadline' },
  {
    term: 'gräns',
    forms: ['gränser'],
    slug: 'grans',
    meaning: 'minst, högst, över eller under ett värde',
    english: 'bound',
  },
  {
    term: 'jämförelse',
    forms: ['jämför', 'jämförare', 'jämförelsevärde'],
    slug: 'jamforelse',
    meaning: 'mot ett år eller mot andra',
    english: 'comparison',
  },
  {
    term: 'klass',
    forms: ['klasser'],
    slug: 'klass',
    meaning: 'uppfyllt, delvis eller ej uppfyllt',
    english: 'class of status',
  },
  { term: 'källa', forms: [], slug: 'kalla', meaning: 'var en uppgift kommer ifrån', english: 'source' },
  {
    term: 'läge',
    forms: ['lägen'],
    slug: 'lage',
    meaning: 'hur långt arbetet med ett uppdrag kommit',
    english: 'state of the work',
  },
  {
    term: 'läsning',
    forms: ['läst', 'oläsbar', 'oläsligt', 'oläslig'],
    slug: 'lasning',
    meaning: 'hur en text förstås',
    english: 'reading',
  },
  { term: 'mål', forms: [], slug: 'mal', meaning: 'det som ska uppnås', english: 'goal' },
  { term: 'målområde', forms: ['målområden'], slug: 'malomrade', meaning: 'grupp av mål', english: 'area of goals' },
  { term: 'målvärde', forms: ['målvärden'], slug: 'malvarde', meaning: 'värdet som ska nås', english: 'target' },
  {
    term: 'måluppfyllelse',
    forms: [],
    slug: 'maluppfyllelse',
    meaning: 'hur långt utfallet når mot målvärdet, i procent',
    english: 'degree of fulfilment',
  },
  {
    term: 'måttenhet',
    forms: ['måttenheter'],
    slug: 'mattenhet',
    meaning: 'procent, dagar, kronor',
    english: 'unit of measure',
  },
  { term: 'mäts', forms: [], slug: 'mats', meaning: 'hur ofta utfallet tas fram', english: 'measured' },
  { term: 'nivå', forms: ['nivåer'], slug: 'niva', meaning: 'steg i planens skala', english: 'level' },
  {
    term: 'nyckeltal',
    forms: [],
    slug: 'nyckeltal',
    meaning: 'det som mäts för ett mål',
    english: 'indicator with a target',
  },
  { term: 'organ', forms: [], slug: 'organ', meaning: 'den som svarar: fullmäktige, styrelse, nämnd', english: 'body' },
  { term: 'period', forms: ['perioder'], slug: 'period', meaning: 'tertial, månad, år', english: 'period' },
  {
    term: 'plan',
    forms: ['planer'],
    slug: 'plan',
    meaning: 'vad ett politiskt organ ska göra under ett år',
    english: 'plan',
  },
  {
    term: 'påstående',
    forms: ['påståenden'],
    slug: 'pastaende',
    meaning: 'siffra som en publicerad text uppger om planen',
    english: 'claim',
  },
  { term: 'rad', forms: ['rader'], slug: 'rad', meaning: 'ett nyckeltal för ett organ', english: 'row' },
  { term: 'riktning', forms: [], slug: 'riktning', meaning: 'öka eller minska', english: 'direction' },
  {
    term: 'sammanvägning',
    forms: ['sammanvägningar', 'sammanvägd'],
    slug: 'sammanvagning',
    meaning: 'samlad status av flera',
    english: 'roll-up',
  },
  { term: 'startvärde', forms: [], slug: 'startvarde', meaning: 'värdet där arbetet började', english: 'baseline' },
  { term: 'status', forms: [], slug: 'status', meaning: 'uppfyllt, delvis eller ej uppfyllt', english: 'status' },
  { term: 'strategi', forms: ['strategier'], slug: 'strategi', meaning: 'planens översta nivå', english: 'strategy' },
  { term: 'säsong', forms: [], slug: 'sasong', meaning: 'del av året', english: 'season' },
  { term: 'tertial', forms: [], slug: 'tertial', meaning: 'fyra månader; T1, T2 och T3', english: 'four-month period' },
  {
    term: 'tillstånd',
    forms: [],
    slug: 'tillstand',
    meaning: 'varför det inte finns någon status',
    english: 'state without a status',
  },
  {
    term: 'tolerans',
    forms: [],
    slug: 'tolerans',
    meaning: 'hur stor miss som är delvis uppfylld',
    english: 'tolerance',
  },
  { term: 'uppdrag', forms: [], slug: 'uppdrag', meaning: 'det som ska göras', english: 'assignment' },
  {
    term: 'uppföljning',
    forms: ['uppföljningar'],
    slug: 'uppfoljning',
    meaning: 'ord om en period',
    english: 'follow-up',
  },
  { term: 'utfall', forms: [], slug: 'utfall', meaning: 'värdet som nåddes', english: 'outcome' },
  { term: 'värde', forms: ['värden'], slug: 'varde', meaning: 'ett tal med måttenhet', english: 'value' },
  { term: 'återstår', forms: [], slug: 'aterstar', meaning: 'det som är kvar', english: 'what remains' },
];
