using System.Net;
using System.Net.Sockets;
using System.Text;
using Memti.Runs.Debugging.Sessions;
using Memti.Runs.Debugging.Targets;
using Memti.Runs.Debugging.Wire;

namespace Memti.Runs.Tests.Debugging;

/// <summary>A debugger that sends what a test says to a server on a real port.</summary>
internal sealed class Caller : IDisposable
{
    private readonly DebugServer _server = DebugServer.Listen(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpClient _client = new();
    private readonly Task<SessionOutcome> _serving;
    private readonly PacketReader _reader = new();

    public Caller(IDebugTarget target)
    {
        var start = new DebugStop(DebugStopReason.Stepped);
        _serving = Task.Factory.StartNew(() => _server.Serve(target, start, _stop.Token), TaskCreationOptions.LongRunning);
        _client.Connect(IPAddress.Loopback, _server.Port);
        _client.ReceiveTimeout = 20_000;
    }

    public int Port => _server.Port;

    /// <summary>Acknowledgements so far: received and not received.</summary>
    public string Signs { get; private set; } = "";

    public SessionOutcome Outcome => _serving.Wait(TimeSpan.FromSeconds(20)) ? _serving.Result : throw new TimeoutException();

    /// <summary>Sends a packet and returns the next reply.</summary>
    public string Ask(string packet)
    {
        Tell(packet);
        return Hear();
    }

    public void Tell(string packet) => SendRaw(PacketText.Frame(packet));

    public void SendRaw(params byte[] bytes) => _client.GetStream().Write(bytes);

    /// <summary>The next packet of the server.</summary>
    public string Hear()
    {
        while (true)
        {
            int value = _client.GetStream().ReadByte();
            if (value < 0)
                throw new EndOfStreamException();
            if (value is '+' or '-' && _between)
                Signs += (char)value;
            _between = _reader.Take((byte)value) == PacketSignal.Packet || (_between && value != '$');
            if (_between && value != '+' && value != '-')
                return _reader.Packet;
        }
    }

    /// <summary>Closes the connection without a word.</summary>
    public void Vanish() => _client.Close();

    public void Dispose()
    {
        _client.Dispose();
        _stop.Cancel();
        _ = _serving.ContinueWith(static task => task.Exception, TaskScheduler.Default).Wait(TimeSpan.FromSeconds(20));
        _server.Dispose();
        _stop.Dispose();
    }

    public static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));

    private bool _between = true;
}
