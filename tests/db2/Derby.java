// Apache Derby's network server, made to accept IBM's own CLI driver: the stand-in for a Db2 server.
//
// Both speak DRDA, but Derby turns away clients other than its own. Three methods are changed while
// the classes are loaded; nothing on disk is. Started by tools/servers:
//
//   java -cp derby.jar:derbynet.jar:javassist.jar tests/db2/Derby.java PORT DATABASE
//
// derby.system.home says where the database lies; the server runs until the process is ended.
import java.io.PrintWriter;
import java.net.InetAddress;
import java.sql.DriverManager;
import javassist.ClassPool;
import javassist.CtClass;
import org.apache.derby.drda.NetworkServerControl;

public class Derby {
  private static final String ROOM = "org.apache.derby.impl.drda.";

  public static void main(String[] arguments) throws Exception {
    acceptIbm();
    int port = Integer.parseInt(arguments[0]);
    String user = System.getProperty("helium.user");
    String password = System.getProperty("helium.password");
    // IBM's client folds the name, so the database must be there under its upper-case name first.
    DriverManager.getConnection(
        "jdbc:derby:" + arguments[1] + ";create=true", user, password).close();
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    NetworkServerControl server = new NetworkServerControl(loopback, port, user, password);
    server.start(new PrintWriter(System.out, true));
    Thread.currentThread().join();
  }

  private static void acceptIbm() throws Exception {
    ClassPool pool = ClassPool.getDefault();
    Class<?> neighbour = Class.forName(ROOM + "CodePoint");

    CtClass connection = pool.get(ROOM + "DRDAConnThread");
    connection.getDeclaredMethod("invalidClient").setBody("{}");
    // IBM's client does not know the default value of trigger text that follows the type override.
    connection.getDeclaredMethod("writeTYPDEFOVR").insertBefore("database.sendTRGDFTRT = false;");
    connection.toClass(neighbour);

    // A longer message parameter breaks the link when a statement touched no row.
    CtClass requester = pool.get(ROOM + "AppRequester");
    requester.getDeclaredMethod("supportedMessageParamLength").setBody("{ return 70; }");
    requester.toClass(neighbour);
  }
}
