/** A conversation at its own address; the layout draws it. */
export default function ThreadPage() {
  return null;
}
