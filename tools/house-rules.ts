import { placeOf, withoutCommentsAndStrings, type SourceFile } from "./source-files.ts";

const LINES_MAX = 400;

/** What is wrong with the file by the house's rules (STYLE.md), one line each. */
export function houseRuleProblems(file: SourceFile): string[] {
  const code = withoutCommentsAndStrings(file.text);
  return [...nameProblems(file), ...sizeProblems(file), ...patternProblems(file, code)];
}

function nameProblems({ path }: SourceFile): string[] {
  const problems: string[] = [];
  if (/(^|\/)index\.(ts|tsx|js)$/.test(path))
    problems.push(`${path}: no barrels; import the thing from the file that owns it`);
  const vague = /(?:^|[/.-])(utils?|helpers?|common|shared|managers?|services?|misc)(?=[/.-])/i.exec(path)?.[1];
  if (vague) problems.push(`${path}: "${vague}" says nothing; name the file after what it does`);
  return problems;
}

function sizeProblems({ path, text }: SourceFile): string[] {
  const lines = text.trimEnd().split("\n").length;
  if (!path.startsWith("src/") || lines <= LINES_MAX) return [];
  return [`${path}: ${lines} lines, at most ${LINES_MAX}; split it by what changes together`];
}

interface PatternRule {
  pattern: RegExp;
  /** Whether the rule looks at this file. */
  at: (path: string) => boolean;
  says: string;
}

const isSpec = (path: string) => path.endsWith(".spec.ts");

const PATTERN_RULES: PatternRule[] = [
  {
    pattern: /\bnew Date\(\s*\)|\bDate\.now\(|\bMath\.random\(|\brandomUUID\b|\bperformance\.now\(|\bTemporal\.Now\b/g,
    at: (path) => /^src\/(complaint|procedure\/pure|reactions)\//.test(path) && !isSpec(path),
    says: "time and identity are handed in",
  },
  {
    pattern: /\bprocess\.env\b/g,
    at: (path) => /^(src|tools|bench)\//.test(path) && path !== "src/config.ts" && !isSpec(path),
    says: "the environment is read in src/config.ts only",
  },
  {
    pattern: /\b(?:class|interface|type|function|const)\s+\w+(?:Manager|Service|Helper|Utils?)\b/g,
    at: () => true,
    says: "says nothing; name it after what it does",
  },
  {
    // As a noun: the keyword of a switch, and the letters' case, are other words.
    pattern:
      /\b(?:case[A-Z]\w*|cases|(?!\w*(?:[lL]ower|[uU]pper|[cC]amel|[sS]nake|[kK]ebab|[pP]ascal|[tT]itle)Case)\w*[a-z]Cases?)\b/g,
    at: (path) => path.startsWith("src/") || path.startsWith("web/"),
    says: `"case" is not a word of this code; the noun is complaint`,
  },
];

function patternProblems(file: SourceFile, code: string): string[] {
  return PATTERN_RULES.filter((rule) => rule.at(file.path)).flatMap(({ pattern, says }) =>
    [...code.matchAll(pattern)].map((match) => `${placeOf(file, match.index)} ${match[0].trim()}: ${says}`),
  );
}
