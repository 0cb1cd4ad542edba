// Words that are forms of one another.

// How many letters two words have in common, from the first one on.
export const common = (one, other) => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

// Whether a word that was found is a form of the one that was typed: most of its letters are the same.
export const isForm = (typed, found) => common(typed, found) >= Math.max(3, typed.length * 0.6);
