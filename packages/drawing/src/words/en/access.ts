import type { Words } from "../words.js";

export const access: Words["access"] = {
  status: {
    offers: "Offers computer science",
    limited: "Limited",
    "does-not-offer": "Does not offer",
    "offered-before": "Offered in earlier years",
    "did-not-offer-before": "Did not offer in earlier years",
    "not-reported": "Not reported yet",
    unknown: "Not known",
    withheld: "Withheld to protect privacy",
    "not-covered": "Not part of this collection",
  },
  activity: {
    active: "Activity seen",
    none: "No activity seen",
    "not-reported": "Not reported yet",
    unknown: "Not known",
    withheld: "Withheld to protect privacy",
    "not-covered": "Not part of this collection",
  },
  level: { elementary: "Elementary", middle: "Middle", high: "High", other: "Other", unknown: "Not known" },
};
