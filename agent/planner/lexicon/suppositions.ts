/** "If we followed all …", "suppose that …": what would be, of rows that are. They never narrow the rows. */
const STARTS =
  "if we,if they,if he,if she,if the customer,if the client,if customers,if everybody,if everyone,suppose we,suppose they,supposing we,assuming we,assuming they,were we to,if we were to,if they were to,if we would,if we should,say we,once we,when we".split(
    ",",
  );
const DEEDS =
  "follow,followed,take,took,accept,accepted,apply,applied,implement,implemented,adopt,adopted,act on,acted on,say yes to,said yes to,go with,went with,carry out,carried out,execute,executed,agree to,agreed to,approve,approved,put through,do,did,go for,went for,go ahead with,went ahead with,heed,heeded,went along with,go along with".split(
    ",",
  );

export const SUPPOSITIONS: string = [
  "pretend | pretend that | suppose | suppose that | supposing | supposing that | let us suppose | let us suppose that | lets suppose | assume | assume that | assuming | assuming that | let us assume | imagine | imagine that | hypothetically | in theory | theoretically | say yes to | said yes to | would be affected | be affected by it | would be concerned | at present prices | as it stands",
  ...STARTS.flatMap((start) => DEEDS.map((deed) => `${start} ${deed}`)),
].join(" | ");
