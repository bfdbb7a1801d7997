import { dayNumberFrom, type DayNumber } from "../day.ts";

/**
 * The Gregorian day of a day in an ordinary (not leap) month of the Vietnamese lunar calendar, which is reckoned at UTC+7
 * since 1968: the same astronomy as China's at UTC+8 gives another Tết in 1968, 1969, 1985 and 2007. `year` is the Gregorian
 * year in which lunar month 1 begins. Follows the published algorithm of Hồ Ngọc Đức (after Meeus): new moons and the sun's
 * longitude at local midnight; the month that holds the winter solstice is the eleventh; in a year of thirteen months the
 * first one without a major solar term is leap. Good for 1800 to 2199.
 */
export function dayNumberFromLunar({ year, month, day }: { year: number; month: number; day: number }): DayNumber {
  const ordinalInSolsticeYear = month >= 11 ? month - 11 : month + 1;
  const firstYear = month >= 11 ? year : year - 1;
  const start = eleventhMonthOf(firstYear);
  const end = eleventhMonthOf(firstYear + 1);
  const moon = Math.floor(0.5 + (start - newMoonEpoch) / synodicMonth);
  const hasLeapMonth = end - start > 365;
  const leapOrdinal = hasLeapMonth ? leapOrdinalFrom(moon) : Number.POSITIVE_INFINITY;
  const ordinal = ordinalInSolsticeYear >= leapOrdinal ? ordinalInSolsticeYear + 1 : ordinalInSolsticeYear;
  return newMoonDay(moon + ordinal) + day - 1 - julianDayOf1970;
}

/** Julian day numbers below: whole days, the local day (UTC+7) on which the event falls. */
type JulianDay = number;

const utcOffsetDays = 7 / 24;
const julianDayOf1970 = 2_440_588;
/** Mean new moon of 1900-01-01, and the mean month between two. */
const newMoonEpoch = 2_415_021.076998695;
const synodicMonth = 29.530588853;

function eleventhMonthOf(year: number): JulianDay {
  const lastOfYear = dayNumberFrom({ year, month: 12, day: 31 }) + julianDayOf1970;
  const moon = Math.floor((lastOfYear - newMoonEpoch) / synodicMonth);
  const candidate = newMoonDay(moon);
  // Nine twelfths of the circle is the winter solstice: a month that begins after it is the twelfth already.
  return sunTwelfth(candidate) >= 9 ? newMoonDay(moon - 1) : candidate;
}

/** Which month after the eleventh is leap: the first whose successor begins in the same twelfth of the sun's circle. */
function leapOrdinalFrom(moon: number): number {
  let ordinal = 1;
  let twelfth = sunTwelfth(newMoonDay(moon + ordinal));
  for (; ordinal < 14; ordinal += 1) {
    const next = sunTwelfth(newMoonDay(moon + ordinal + 1));
    if (next === twelfth) return ordinal;
    twelfth = next;
  }
  throw new RangeError(`no leap month after moon ${moon}`);
}

/** The local day of the new moon number `moon` after that of 1900-01-01. */
function newMoonDay(moon: number): JulianDay {
  const t = moon / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2_415_020.75933 +
    29.53058868 * moon +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2);
  const sun = 359.2242 + 29.10535608 * moon - 0.0000333 * t2 - 0.00000347 * t3;
  const moonAnomaly = 306.0253 + 385.81691806 * moon + 0.0107306 * t2 + 0.00001236 * t3;
  const latitude = 21.2964 + 390.67050646 * moon - 0.0016528 * t2 - 0.00000239 * t3;
  const correction =
    (0.1734 - 0.000393 * t) * sine(sun) +
    0.0021 * sine(2 * sun) -
    0.4068 * sine(moonAnomaly) +
    0.0161 * sine(2 * moonAnomaly) -
    0.0004 * sine(3 * moonAnomaly) +
    0.0104 * sine(2 * latitude) -
    0.0051 * sine(sun + moonAnomaly) -
    0.0074 * sine(sun - moonAnomaly) +
    0.0004 * sine(2 * latitude + sun) -
    0.0004 * sine(2 * latitude - sun) -
    0.0006 * sine(2 * latitude + moonAnomaly) +
    0.001 * sine(2 * latitude - moonAnomaly) +
    0.0005 * sine(2 * moonAnomaly + sun);
  return Math.floor(mean + correction - deltaDays(t) + 0.5 + utcOffsetDays);
}

/** Dynamical time less universal time, in days; `t` in centuries since 1900. */
function deltaDays(t: number): number {
  if (t < -11) return 0.001 + 0.000839 * t + 0.0002261 * t ** 2 - 0.00000845 * t ** 3 - 0.000000081 * t ** 4;
  return -0.000278 + 0.000265 * t + 0.000262 * t ** 2;
}

/** In which twelfth of its circle, 0 to 11 from the spring equinox, the sun stands as the local day begins. */
function sunTwelfth(julianDay: JulianDay): number {
  const t = (julianDay - 0.5 - utcOffsetDays - 2_451_545) / 36_525;
  const t2 = t * t;
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2;
  const longitude =
    280.46645 +
    36_000.76983 * t +
    0.0003032 * t2 +
    (1.9146 - 0.004817 * t - 0.000014 * t2) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.00029 * sine(3 * anomaly);
  const circle = ((longitude % 360) + 360) % 360;
  return Math.floor(circle / 30);
}

function sine(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}
