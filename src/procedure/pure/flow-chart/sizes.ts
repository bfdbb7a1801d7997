/** In pixels. */
export const sizes = {
  title: 14,
  text: 13,
  small: 11.5,
  lineHeight: 18,
  boxWidth: 290,
  /** Inside a box, on either side. */
  pad: 12,
  /** Kept free in the head for the number of complaints that are there. */
  countWidth: 48,
  laneLeft: 34,
  /** Right of a box: the way down to the next one. */
  laneRight: 34,
  laneHead: 48,
  /** Between two rows. */
  gap: 44,
  /** Between two ways at the right of all lanes. */
  track: 16,
} as const;
