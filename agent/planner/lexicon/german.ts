const GERMAN = new Set(
  "wie viele viel welche welcher welches der die das den dem des ein eine einen einem einer und oder nicht kein keine haben hat hatte hatten sind ist war waren im am vom zum zur mit ohne für fuer über ueber unter seit letzte letzten letzter letztes woche monat monats gestern heute morgen zeige zeig mir gib bitte liste alle wieviel wann wo warum karten karte geräte gerät kunden kunde verbrauch verbraucht daten mehr weniger als pro je tag tage tagen jahr aus bei nach von ich wir uns unsere unser euch kannst können bin sperre sperren aktiviere deaktiviere offene offenen kritische gesehen gibt es".split(
    " ",
  ),
);
/** Spelt alike in English, so they prove nothing. */
const BOTH = new Set([
  "die",
  "war",
  "am",
  "hat",
  "im",
  "also",
  "den",
  "bin",
  "bei",
  "aus",
  "des",
  "es",
  "alle",
  "morgen",
]);

export const GERMAN_ANSWER =
  "Ich verstehe Fragen bisher nur auf Englisch – bitte stellen Sie die Frage auf Englisch, zum Beispiel so:";

/** Whether a question is German: several German words, and most of those that tell. */
export function speaksGerman(question: string): boolean {
  const words =
    question
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, 60) ?? [];
  const german = words.filter((word) => GERMAN.has(word));
  const telling = german.filter((word) => !BOTH.has(word));
  return telling.length >= 2 && german.length * 2.5 >= words.length;
}
