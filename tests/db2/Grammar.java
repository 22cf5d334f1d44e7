// Runs Db2 statements on H2 in its DB2 mode, in memory: a second opinion on the grammar of what we
// generate, above all of what Apache Derby does not know. Statements come from standard input, each
// ended by a NUL byte; what H2 refuses is printed, and the exit code is 1.
//
//   java -cp h2.jar tests/db2/Grammar.java
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

public class Grammar {
  public static void main(String[] arguments) throws Exception {
    String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    int refused = 0;
    int ran = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:grammar;MODE=DB2");
        Statement statement = connection.createStatement()) {
      for (String one : text.split("\0")) {
        try {
          statement.execute(one);
          ++ran;
        } catch (SQLException refusal) {
          System.out.println("refused: " + one + "\n  " + refusal.getMessage());
          ++refused;
        }
      }
    }
    System.out.println(ran + " statements ran on H2, " + refused + " were refused");
    System.exit(refused == 0 ? 0 : 1);
  }
}
