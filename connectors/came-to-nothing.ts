/** Of the status of an order that was not carried out, in any case of letters: for JavaScript and for Postgres. */
export const CAME_TO_NOTHING = "cancel|reject|fail|refus|declin";
