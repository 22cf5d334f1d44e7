-- grammar_1.lua
-- Uses every macro that makes Db2 text which Derby does not know
--
-- CHANGELOG
-- 1.0.0 - 2026-11-21 - Initial creation

return {
  table = "samples",

  forward = {
    { sql = [[
      CREATE TABLE ${TABLE} (
        id ${SERIAL} ${PRIMARY},
        small ${SMALLINT}, medium ${INTEGER}, big ${BIGINT},
        fraction ${FLOAT}, double_fraction ${FLOAT_BIG}, amount ${DECIMAL_12_2},
        letter ${CHAR_2}, word ${VARCHAR_100} NOT NULL ${UNIQUE}, prose ${TEXT}, book ${TEXT_BIG},
        document ${JSON}, bytes ${BLOB}, flag ${BOOLEAN}, tag ${UUID},
        a_day ${DATE}, moment ${TIMESTAMP}, moment_tz ${TIMESTAMP_TZ}, an_hour ${TIME},
        ${COMMON_CREATE}
        CONSTRAINT samples_amount CHECK (amount >= 0)
      )
    ]] },
    { sql = [[
      ${INSERT_KEY_START} id ${INSERT_KEY_END}
      INSERT INTO ${TABLE} (word, flag, ${COMMON_FIELDS})
        VALUES ('one', TRUE, ${COMMON_VALUES}) ${INSERT_KEY_RETURN} id
    ]] },
    { sql = [[
      INSERT INTO ${TABLE} (word, ${COMMON_FIELDS})
        SELECT 'two', ${COMMON_INSERT} ${DUMMY_TABLE}
    ]] },
    { sql = [[ SELECT ${NOW}, ${TIMESTAMP_FORMAT} ${DUMMY_TABLE} ]] },
    { sql = [[ SELECT word FROM ${TABLE} ORDER BY id FETCH FIRST 1 ROWS ONLY WITH UR ]] },
  },

  reverse = {
    { sql = [[ DROP TABLE ${TABLE} ]] },
  },
}
