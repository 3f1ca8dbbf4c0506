// Reads the HTML files named on standard input, one a line, and prints what Google's rules for rich results have against
// their structured data, as JSON: [{file, types, issues}].
import { readFileSync } from "node:fs";
import Validator from "@adobe/structured-data-validator";
import extractor from "@marbec/web-auto-extractor";

const Extractor = extractor.default ?? extractor;

// The validator does not look into a list of places, so each place of a job is shown to it alone.
function oneByOne(data) {
  const jobs = data.jsonld?.JobPosting ?? [];
  const spread = jobs.flatMap((job) =>
    Array.isArray(job.jobLocation) ? job.jobLocation.map((place) => ({ ...job, jobLocation: place })) : [job]);
  return jobs.length ? { ...data, jsonld: { ...data.jsonld, JobPosting: spread } } : data;
}

const found = [];
for (const file of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const extracted = new Extractor({ addLocation: true, embedSource: ["rdfa", "microdata"] }).parse(readFileSync(file, "utf8"));
  const issues = await new Validator().validate(oneByOne(extracted));
  found.push({ file, types: Object.keys(extracted.jsonld ?? {}).sort(), issues });
}
console.log(JSON.stringify(found));
