using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Debugging.Packets;
using Memti.Runs.Debugging.Targets;

namespace Memti.Runs.Debugging.Sessions;

/// <summary>
/// Waits for debuggers on a port of this machine alone: who can connect can read and write the target. One debugger at a time; another one
/// is turned away.
/// </summary>
public sealed class DebugServer : IDisposable
{
    /// <summary>How long a debugger may take to close a connection that is over.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly TcpListener _listener;

    private DebugServer(TcpListener listener) => _listener = listener;

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Begins to listen.</summary>
    /// <param name="port">1 to 65535; 0 for any that is free.</param>
    /// <exception cref="MemtiException"><see cref="DebugCodes.PortNotFree"/>.</exception>
    public static DebugServer Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return new DebugServer(listener);
        }
        catch (SocketException error)
        {
            listener.Dispose();
            throw PortNotFree(port, error);
        }
    }

    /// <summary>Waits for a debugger and serves it until it leaves.</summary>
    /// <param name="target">The machine, which stands still.</param>
    /// <param name="stop">How it came to stand still.</param>
    /// <param name="cancellationToken">Ends the wait or the session.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SessionOutcome Serve(IDebugTarget target, DebugStop stop, CancellationToken cancellationToken)
    {
        Socket socket = _listener.AcceptSocketAsync(cancellationToken).AsTask().GetAwaiter().GetResult();
        socket.NoDelay = true;
        using var busy = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task others = TurnAway(busy.Token);
        using var connection = new PacketConnection(new NetworkStream(socket, ownsSocket: true));
        try
        {
            return Serve(new DebugSession(target, stop, connection, cancellationToken), socket, connection);
        }
        finally
        {
            busy.Cancel();
            others.GetAwaiter().GetResult();
        }
    }

    /// <summary>Stops listening.</summary>
    public void Dispose() => _listener.Dispose();

    private static SessionOutcome Serve(DebugSession session, Socket socket, PacketConnection connection)
    {
        SessionEnd end = session.Serve();
        if (end != SessionEnd.Lost)
            SayFarewell(socket, connection);
        return new SessionOutcome(end, session.LastStop);
    }

    /// <summary>Lets the last reply arrive: a connection that is closed at once may lose it.</summary>
    private static void SayFarewell(Socket socket, PacketConnection connection)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
            connection.AwaitEnd(Farewell);
        }
        catch (SocketException)
        {
            // The debugger was faster.
        }
    }

    private static MemtiException PortNotFree(int port, SocketException error)
    {
        string why = error.SocketErrorCode == SocketError.AddressAlreadyInUse ? "is in use" : $"cannot be used ({error.Message})";
        return new MemtiException(
            new Diagnostic(DebugCodes.PortNotFree, $"port {port} of 127.0.0.1 {why}; permitted: a free port, or --port 0 for any.")
            {
                Value = port.ToString(CultureInfo.InvariantCulture),
                Permitted = "a free port, or 0 for any",
            },
            error);
    }

    private async Task TurnAway(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
                (await _listener.AcceptSocketAsync(cancellationToken).ConfigureAwait(false)).Dispose();
        }
        catch (OperationCanceledException)
        {
            // The session is over: the next debugger is welcome.
        }
    }
}
