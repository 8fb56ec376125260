-- Which families of near copies share words that tell of reuse: one text for the whole corpus, for SQLite, DuckDB and Spark SQL alike.
-- It says in one join what is kept up to date document by document (reuse.py): marks that stand in very many families are left out, and
-- those that are page furniture of a publisher do not count between texts of his.
WITH spread AS (
    SELECT mark, count(DISTINCT family) AS families FROM reuse_mark GROUP BY mark
), own AS (
    SELECT mark, publisher, count(*) AS families FROM reuse_mark GROUP BY mark, publisher
), furniture AS (
    SELECT own.mark, own.publisher
    FROM own JOIN spread ON spread.mark = own.mark
    WHERE own.publisher <> 0 AND own.families >= 5
        AND (spread.families > 50 OR (spread.families - own.families) * 20 <= own.families)
), telling AS (
    SELECT reuse_mark.mark, reuse_mark.publisher, reuse_mark.family
    FROM reuse_mark JOIN spread ON spread.mark = reuse_mark.mark
    WHERE spread.families <= 50
)
SELECT one.family AS a, two.family AS b, count(DISTINCT one.mark) AS marks
FROM telling one
JOIN telling two ON two.mark = one.mark AND one.family < two.family
LEFT JOIN furniture ON furniture.mark = one.mark AND furniture.publisher = one.publisher AND one.publisher = two.publisher
WHERE furniture.mark IS NULL
GROUP BY one.family, two.family
HAVING count(DISTINCT one.mark) >= 2
ORDER BY a, b
