/** A cursor that no page of this list gave. */
export class BadCursor extends RangeError {
  override name = "BadCursor";

  constructor() {
    super("this is no place in the list: begin at its first page");
  }
}
