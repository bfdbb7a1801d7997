import { useState, type ChangeEvent, type KeyboardEvent } from "react";
import { dayOf, weekdayOf } from "../words/format.ts";
import { useWords } from "../words/language.ts";
import { dayBeside, readDay, readDayAndTime, shownDay, shownDayAndTime } from "../words/typed-days.ts";
import { useNow } from "./use-now.ts";
import { wordsOfParts } from "./words.ts";

export type DayProps = {
  /** `2026-11-24`, with a time `2026-11-24T09:30`, both in Vietnam; empty while what was typed is none. */
  value: string;
  onType: (value: string) => void;
  hasTime?: boolean;
};

/**
 * A line into which a day is typed as people write it, whatever country the browser thinks it is in. What cannot be read stays, with what
 * is wrong with it; up and down go a day on and back.
 */
export function useTypedDay({ value, onType, hasTime = false }: DayProps) {
  const words = useWords(wordsOfParts);
  const today = dayOf(useNow());
  const [typed, setTyped] = useState<string>();
  const [isLeft, setLeft] = useState(false);
  const read = hasTime ? readDayAndTime : readDay;
  const show = hasTime ? shownDayAndTime : shownDay;
  const isUnread = typed !== undefined && typed.trim() !== "" && read(typed, today) === undefined;
  const leave = () => {
    setLeft(true);
    if (!isUnread) setTyped(undefined);
  };
  return {
    wrong: isUnread && isLeft ? (hasTime ? words.noAt : words.noDay) : undefined,
    weekday: value === "" ? undefined : weekdayOf(value.slice(0, 10)),
    input: {
      value: typed ?? show(value),
      placeholder: hasTime ? words.atShape : words.dayShape,
      autoComplete: "off",
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
        setTyped(target.value);
        setLeft(false);
        onType(read(target.value, today) ?? "");
      },
      onBlur: leave,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === "Enter") leave();
        if (value === "" || hasTime || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
        event.preventDefault();
        setTyped(undefined);
        onType(dayBeside(value, event.key === "ArrowUp" ? 1 : -1));
      },
    },
  };
}
