/**
 * Every finding that is made while plan files are read. A code is never used again for something else; rules that look
 * at the whole plan have theirs in `check/rules/`.
 */
export type Severity = 'fel' | 'varning' | 'notis';

export interface CodeInfo {
  readonly slug: string;
  readonly severity: Severity;
  readonly title: string;
  /** Why it is found fault with. */
  readonly why: string;
  /** How to mend it. */
  readonly help: string;
}

export const LOAD_CODES = {
  VP001: {
    slug: 'plan-saknas',
    severity: 'fel',
    title: 'Planmappen har ingen plan.yaml',
    why: 'Utan plan.yaml finns det inget som säger vad planen heter, vilken period den gäller eller vem som svarar för den. Då kan inget annat i mappen läsas.',
    help: 'Skapa plan.yaml med titel, period och organ. Är mappen ingen plan flyttar du den från plans.',
  },
  VP002: {
    slug: 'olast-fil',
    severity: 'varning',
    title: 'Filen läses inte av något',
    why: 'En fil med fel namn eller på fel plats ser ut att vara med i planen men räknas inte. Det märks annars först när något saknas i rapporten.',
    help: 'Byt namn på filen eller flytta den till rätt mapp. Hör den inte till planen tar du bort den.',
  },
  VP003: {
    slug: 'teckenkodning',
    severity: 'fel',
    title: 'Filen är inte sparad som UTF-8',
    why: 'I en annan teckenkodning blir å, ä och ö andra tecken i program som väntar sig UTF-8. Texten förstörs lätt när någon sparar om filen.',
    help: 'Spara om filen som UTF-8: i Excel väljer du CSV UTF-8, i Anteckningar Kodning: UTF-8.',
  },
  VP004: {
    slug: 'for-stor-fil',
    severity: 'fel',
    title: 'Filen är för stor',
    why: 'En planfil skriven av människor är aldrig så stor. Oftast har en annan fil hamnat i mappen.',
    help: 'Kontrollera att det är rätt fil. Är den det delar du den i flera.',
  },
  VP005: {
    slug: 'tom-fil',
    severity: 'fel',
    title: 'Filen är tom',
    why: 'En tom fil säger ingenting, och det är sällan meningen. Ofta har den inte sparats klart.',
    help: 'Fyll i filen eller ta bort den.',
  },
  VP006: {
    slug: 'konfliktmarkering',
    severity: 'fel',
    title: 'Filen har olösta konflikter från git',
    why: 'git har lagt två versioner av samma rader i filen. Vilken som gäller kan bara en människa avgöra.',
    help: 'Välj vilka rader som ska gälla. Ta bort de andra och raderna med <<<<<<<, ======= och >>>>>>>.',
  },
  VP007: {
    slug: 'gar-inte-att-lasa',
    severity: 'fel',
    title: 'Filen går inte att läsa',
    why: 'Det som står i filen saknas i planen så länge den inte kan läsas, och resultatet blir då fel.',
    help: 'Kontrollera att filen finns, att den är en vanlig fil och att du har rätt att läsa den.',
  },
  VP101: {
    slug: 'yaml-syntax',
    severity: 'fel',
    title: 'Filen går inte att tolka som YAML',
    why: 'Planfilerna är skrivna i YAML, där kolon, indrag, klamrar och citattecken har betydelse. Stämmer de inte går det inte att veta vad som hör ihop.',
    help: 'Rätta raden som meddelandet visar. Vanligast är ett glömt mellanslag efter kolon, ett citattecken som inte stängs eller rader som är olika indragna.',
  },
  VP102: {
    slug: 'yaml-tabb',
    severity: 'fel',
    title: 'Tabbtecken i filen',
    why: 'Ett tabbtecken är olika brett i olika program. Därför får indrag i YAML bara göras med mellanslag.',
    help: 'Byt varje tabb mot mellanslag. Ställ gärna in redigeraren på att indentera med mellanslag.',
  },
  VP103: {
    slug: 'yaml-decimalkomma',
    severity: 'fel',
    title: 'Decimalkomma inom klamrar',
    why: 'Inom klamrar skiljer komma två värden åt. 4,5 blir då 4, och decimalen försvinner utan att det märks.',
    help: 'Skriv varje värde på en egen rad utan klamrar, eller sätt det inom citattecken.',
  },
  VP104: {
    slug: 'yaml-specialtecken',
    severity: 'fel',
    title: 'Värdet börjar med ett tecken som YAML tar för något annat',
    why: 'Tecken som >, %, * och @ först i ett värde betyder något särskilt i YAML. Värdet blir då ett annat än det som står.',
    help: 'Sätt hela värdet inom citattecken.',
  },
  VP105: {
    slug: 'yaml-kolon',
    severity: 'fel',
    title: 'Kolon inne i ett värde',
    why: 'Ett kolon följt av mellanslag börjar en ny nyckel i YAML. Resten av texten skulle hamna fel.',
    help: 'Sätt hela värdet inom citattecken.',
  },
  VP106: {
    slug: 'yaml-nummertecken',
    severity: 'fel',
    title: 'Nummertecken som kan vara text eller kommentar',
    why: 'Efter ett mellanslag börjar # en kommentar, annars är det en del av texten. En text kan därför försvinna, eller en kommentar bli en del av värdet.',
    help: 'Sätt hela värdet inom citattecken om # hör till texten. Är det en kommentar skriver du mellanslag både före och efter #.',
  },
  VP107: {
    slug: 'yaml-hart-mellanslag',
    severity: 'fel',
    title: 'Hårt mellanslag i radens början eller efter kolon',
    why: 'Ett hårt mellanslag ser ut som ett vanligt, men YAML räknar det som text. Det följer ofta med när text klistras in från Word eller PDF.',
    help: 'Byt tecknet mot ett vanligt mellanslag.',
  },
  VP108: {
    slug: 'yaml-dubbel-nyckel',
    severity: 'fel',
    title: 'Samma nyckel två gånger',
    why: 'När samma nyckel står två gånger går det inte att veta vilket av värdena som gäller.',
    help: 'Behåll den ena och ta bort den andra.',
  },
  VP109: {
    slug: 'yaml-referens',
    severity: 'fel',
    title: 'Ankare, alias, tagg eller flera dokument',
    why: 'En planfil ska gå att läsa uppifrån och ned. YAML:s ankare, alias, taggar och flera dokument i samma fil gömmer vad som gäller.',
    help: 'Börjar en vanlig text med & eller ! sätter du den inom citattecken. Annars skriver du ut värdet där det används, och delar filen vid ---.',
  },
  VP110: {
    slug: 'okand-nyckel',
    severity: 'fel',
    title: 'Nyckeln finns inte',
    why: 'En felstavad nyckel skulle annars bara hoppas över, och det som står där skulle inte räknas.',
    help: 'Rätta stavningen. Redigeraren föreslår de nycklar som finns när filens första rad anger schemat.',
  },
  VP111: {
    slug: 'nyckel-saknas',
    severity: 'fel',
    title: 'En nyckel saknas',
    why: 'Utan nyckeln går det inte att förstå resten av posten.',
    help: 'Lägg till nyckeln; meddelandet visar hur den kan se ut.',
  },
  VP112: {
    slug: 'fel-varde',
    severity: 'fel',
    title: 'Värdet passar inte nyckeln',
    why: 'Nyckeln kan bara ha vissa värden, eller värden av en viss form. Ett annat värde skulle läsas fel eller inte alls.',
    help: 'Skriv ett av de värden som meddelandet anger.',
  },
  VP113: {
    slug: 'tomt-varde',
    severity: 'fel',
    title: 'Värdet saknas',
    why: 'En nyckel utan värde kan betyda att något glömdes bort. vp gissar inte vad som skulle stå där.',
    help: 'Skriv ett värde, eller ta bort nyckeln.',
  },
  VP120: {
    slug: 'dubbelt-id',
    severity: 'fel',
    title: 'Samma id två gånger',
    why: 'Ett id står för en enda sak i hela planen, och binder ihop den med utfall och med andra år. Är det två saker hamnar utfallet fel.',
    help: 'Ge den ena ett annat id. Mäter de samma sak binder du ihop dem med samma_som.',
  },
  VP121: {
    slug: 'okant-id',
    severity: 'fel',
    title: 'Id finns inte',
    why: 'En hänvisning till något som inte finns leder ingenstans. Oftast är den felstavad, eller så har det som den pekade på bytt id.',
    help: 'Rätta stavningen, eller lägg till det som saknas. Har ett id bytts skriver du det gamla under ersätter.',
  },
  VP122: {
    slug: 'okant-organ',
    severity: 'fel',
    title: 'Organet finns inte',
    why: 'Den som svarar för ett mål måste finnas i organisationen, annars hamnar raden inte i någons kapitel.',
    help: 'Rätta stavningen, eller lägg till organet i plans/organisation.yaml.',
  },
  VP123: {
    slug: 'okand-period',
    severity: 'fel',
    title: 'Perioden går inte att läsa',
    why: 'Perioden avgör vilket utfall som hör till, och vilket år eller tertial som bedöms.',
    help: 'Skriv perioden som ett år, ett tertial eller en månad: 2025, 2025-T1 eller 2025-03. En plan kan gälla flera år: 2022-2024.',
  },
  VP124: {
    slug: 'okand-status',
    severity: 'fel',
    title: 'Statusen finns inte i planens skala',
    why: 'En bedömning kan bara använda nivåerna i planens skala. Annars går den inte att räkna med eller jämföra med andra.',
    help: 'Skriv nivån som den heter i planens skala, till exempel delvis uppfyllt.',
  },
  VP125: {
    slug: 'malomrade-utan-plats',
    severity: 'varning',
    title: 'Målområdet står inte i plan.yaml',
    why: 'Målområdena visas i den ordning som står i plan.yaml. Ett som saknas där hamnar sist.',
    help: 'Lägg till målområdet på sin plats under målområden: i plan.yaml.',
  },
  VP126: {
    slug: 'fel-organ',
    severity: 'fel',
    title: 'Uppföljningen gäller ett annat organ',
    why: 'En text i ett organs uppföljning om något som organet inte svarar för skulle inte visas någonstans.',
    help: 'Flytta texten till det organ som svarar, eller lägg till organet på målet.',
  },
  VP127: {
    slug: 'dubbel-uppfoljning',
    severity: 'fel',
    title: 'Ett organ följer upp samma period i två filer',
    why: 'Säger två filer olika om samma period vet ingen vilken som gäller. 2025-t3 och 2025 är samma period.',
    help: 'Flytta texterna till den ena filen och ta bort den andra.',
  },
  VP130: {
    slug: 'utfall-rubrik',
    severity: 'fel',
    title: 'Utfallsfilens rubrikrad är fel',
    why: 'Rubrikraden säger vad varje kolumn innehåller. Med en okänd eller saknad rubrik går raderna inte att läsa.',
    help: 'Kalla kolumnerna nyckeltal, organ, period och utfall. Ordningen är fri; även kön, enhet, prognos, mätdatum, anmärkning och källa får finnas.',
  },
  VP131: {
    slug: 'utfall-celler',
    severity: 'fel',
    title: 'Utfallsraden har fel antal celler',
    why: 'Har raden fler eller färre celler än rubrikraden har något hamnat i fel kolumn.',
    help: 'Räkna skiljetecknen på raden. En cell som själv innehåller skiljetecknet sätts inom citattecken.',
  },
  VP132: {
    slug: 'utfall-okant-nyckeltal',
    severity: 'fel',
    title: 'Utfallsraden gäller ett okänt nyckeltal',
    why: 'Ett utfall kan bara användas när det går att säga vilket nyckeltal det gäller. Ingen rad slängs i det tysta.',
    help: 'Skriv nyckeltalets id eller dess namn precis som i planen.',
  },
  VP133: {
    slug: 'utfall-mattenhet',
    severity: 'fel',
    title: 'Utfallet har en annan måttenhet än nyckeltalet',
    why: 'Ett utfall i en annan måttenhet än nyckeltalets går inte att jämföra med målvärdet.',
    help: 'Skriv utfallet i nyckeltalets måttenhet, eller rätta måttenheten i planen.',
  },
  VP134: {
    slug: 'utfall-motsagelse',
    severity: 'fel',
    title: 'Två utfallsrader säger olika',
    why: 'Två rader om samma nyckeltal, organ och period kan inte båda vara rätt. vp väljer inte åt dig.',
    help: 'Behåll den rad som är rätt och ta bort den andra.',
  },
  VP135: {
    slug: 'utfall-olasligt',
    severity: 'fel',
    title: 'Utfallet går inte att läsa',
    why: 'Ett utfall måste vara ett tal, ett datum eller ett läge, annars går det inte att jämföra med målvärdet. Det som saknas räknas aldrig som noll.',
    help: 'Skriv bara värdet, till exempel 84 %. Ord om värdet hör hemma i kolumnen anmärkning, och ett värde som saknas skrivs som saknas eller lämnas tomt.',
  },
  VP136: {
    slug: 'utfall-organ',
    severity: 'fel',
    title: 'Nyckeltalet gäller inte organet',
    why: 'Utfallet hör till en rad, alltså ett nyckeltal för ett organ. Finns inte raden i planen visas utfallet ingenstans.',
    help: 'Rätta organet i utfallsraden, eller lägg till det på nyckeltalet. Har nyckeltalet flera organ måste raden säga vilket.',
  },
  VP137: {
    slug: 'utfall-period',
    severity: 'fel',
    title: 'Utfallsradens period går inte att läsa',
    why: 'Perioden avgör vilket tertial eller år som utfallet räknas till.',
    help: 'Skriv perioden som 2025-T1, 2025-03, 2025-K2, 2025-H1 eller 2025.',
  },
  VP138: {
    slug: 'utfall-enhet',
    severity: 'fel',
    title: 'Utfallsradens enhet finns inte',
    why: 'Kolumnen enhet är en del av organisationen, eller riket och liknande för jämförelse. Procent och dagar är måttenheter och hör till värdet.',
    help: 'Rätta enhetens namn, eller lägg till den under enheter i plans/organisation.yaml. En måttenhet skrivs efter värdet i kolumnen utfall.',
  },
  VP139: {
    slug: 'utfall-cell',
    severity: 'fel',
    title: 'En cell i utfallsraden går inte att läsa',
    why: 'En cell som inte går att läsa skulle annars falla bort utan att det märks.',
    help: 'Skriv kön som totalt, kvinnor eller män, och datum som 2025-04-30.',
  },
  VP140: {
    slug: 'kand-avvikelse-utan-fynd',
    severity: 'fel',
    title: 'En känd avvikelse svarar inte mot något fynd',
    why: 'En känd avvikelse förklarar ett fynd i ett publicerat dokument. Finns inget fynd är felet rättat, eller så gäller avvikelsen något annat än det var tänkt.',
    help: 'Ta bort avvikelsen om felet är rättat, annars rättar du regel och gäller. I en plan som inte är publicerad rättar du det som avviker.',
  },
  VP141: {
    slug: 'undantag-for-fel',
    severity: 'fel',
    title: 'Ett fel kan inte undantas',
    why: 'Ett fel gör att planen inte går att lita på, och kan därför inte tystas. Undantag gäller bara varningar.',
    help: 'Rätta felet och ta bort undantaget. I ett publicerat dokument kan felet vara en känd avvikelse.',
  },
  VP142: {
    slug: 'undantag-utan-fynd',
    severity: 'varning',
    title: 'Ett undantag svarar inte mot någon varning',
    why: 'Ett undantag som inte tystar någon varning är onödigt, och skulle kunna dölja en ny varning senare.',
    help: 'Ta bort undantaget, eller rätta regel och gäller.',
  },
  VP150: {
    slug: 'mall',
    severity: 'fel',
    title: 'Rapportens mall går inte att följa',
    why: 'En mall säger vad en rapport ska innehålla. Det som vp inte känner igen skulle annars saknas i rapporten utan att någon märkte det.',
    help: 'Rätta namnet på delen, uppgiften eller valet. Meddelandet räknar upp dem som finns.',
  },
} as const satisfies Readonly<Record<string, CodeInfo>>;

export type LoadCode = keyof typeof LOAD_CODES;
