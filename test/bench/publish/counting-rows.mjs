// Invented activity: one row for each teacher and lesson. Rows are made by DuckDB alone; none of them is ever in JavaScript.
import { DuckDBInstance } from "@duckdb/node-api";

export const teachers = 200_000;

/** Writes a Parquet file of about so many rows. */
export async function makeActivity(rows, file) {
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "1GB", preserve_insertion_order: "false" });
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE teachers AS SELECT
    'T' || lpad(i::VARCHAR, 7, '0') AS teacher,
    ['Computer Science Discoveries', 'Computer Science Principles', 'Computer Science A', 'Exploring Computer Science'][1 + i % 4] AS course,
    (2019 + (i // 4) % 7)::VARCHAR AS year,
    'District ' || lpad((i % 119)::VARCHAR, 3, '0') AS district,
    ['met', 'met', 'met', 'started', 'none', ''][1 + (i * 7 + i // 11) % 6] AS reached
    FROM range(${teachers}) t(i)`);
  await connection.run(`COPY (
    SELECT teacher, course, year, district, 'yes' AS workshop,
      CASE WHEN lesson = 0 OR reached IN ('none', '') THEN reached WHEN lesson % 3 = 0 THEN 'started' ELSE 'none' END AS stage,
      CAST(DATE '2025-08-01' + CAST(lesson % 300 AS INTEGER) AS VARCHAR) AS day, (lesson * 13) % 31 AS students
    FROM range(${Math.ceil(rows / teachers)}) l(lesson), teachers
  ) TO '${file}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}

if (process.argv[1] === import.meta.filename) await makeActivity(Number(process.argv[2]), process.argv[3]);
