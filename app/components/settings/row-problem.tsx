/** Why the last button of a row did nothing; null where there is nothing to say. */
export function RowProblem({ problem }: { readonly problem: string | null }) {
  if (problem === null) return null;
  return (
    <p role="alert" className="whitespace-normal text-critical">
      {problem}
    </p>
  );
}
