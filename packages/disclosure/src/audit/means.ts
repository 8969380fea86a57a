import type { TrendDocument, VitrineDocument } from "@vitrine/contract";

/**
 * Paths of means that tell that of too few people: beside the mean of all and those of the other groups, the groups whose mean is withheld
 * are known together (privacy policy, 3: a mean needs as many people as a count).
 */
export function tellingMeans(document: VitrineDocument): string[] {
  if (document.schema !== "trend/1") return [];
  const { all, groups, measure, partition, times, privacy }: TrendDocument = document;
  if (measure.kind !== "mean" || !measure.people || !partition || !all) return [];
  return times.from.flatMap((_, point) => {
    const [mean, base] = [all.mean?.[point], all.base?.[point]];
    if (typeof mean !== "number" || typeof base !== "number") return [];
    const told = groups.flatMap(({ mean: own, base: of }) => (typeof own?.[point] === "number" ? [of?.[point]] : []));
    // Beside a number of people in a range a sum is not exact, nor is what remains of it.
    if (!told.every((of) => typeof of === "number")) return [];
    const rest = told.reduce((left, of) => left - of, base);
    return rest > 0 && rest < privacy.threshold ? [`$.all.mean[${point}]`] : [];
  });
}
