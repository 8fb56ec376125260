-- Which claims are compared with each other: one text for the whole corpus, for SQLite, DuckDB and Spark SQL alike.
-- It says in one join what is kept up to date claim by claim (matching.py): claims of facing blocks meet; of a block of more than 200
-- claims, of each saying the first is heard, and so many sayings. The last three bits of a block are its part of a key: twice the side, and
-- one more for guests; the upper half of a standing is the saying.
WITH parted AS (
    SELECT block - ((block % 8) + 8) % 8 AS matter, ((block % 8) + 8) % 8 AS part, standing, claim,
        standing - ((standing % 4294967296) + 4294967296) % 4294967296 AS saying
    FROM matter_key
), counted AS (
    SELECT matter, part, claim,
        count(*) OVER (PARTITION BY matter, part) AS members,
        row_number() OVER (PARTITION BY matter, part, saying ORDER BY standing, claim) AS place,
        dense_rank() OVER (PARTITION BY matter, part ORDER BY saying) AS said
    FROM parted
), heard AS (
    SELECT matter, part, claim FROM counted WHERE members <= 200 OR (place = 1 AND said <= 200)
), faces AS (
    SELECT 0 AS mine, 0 AS theirs UNION ALL SELECT 0, 1 UNION ALL SELECT 2, 4 UNION ALL SELECT 2, 5 UNION ALL SELECT 3, 4
)
SELECT DISTINCT
    CASE WHEN one.claim < two.claim THEN one.claim ELSE two.claim END AS a,
    CASE WHEN one.claim < two.claim THEN two.claim ELSE one.claim END AS b
FROM heard one
JOIN faces ON faces.mine = one.part
JOIN heard two ON two.matter = one.matter AND two.part = faces.theirs AND two.claim <> one.claim
ORDER BY a, b
