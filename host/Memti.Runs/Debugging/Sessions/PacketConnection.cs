using System.Collections.Concurrent;
using Memti.Runs.Debugging.Wire;

namespace Memti.Runs.Debugging.Sessions;

/// <summary>
/// A connection to a debugger. A thread of its own reads, so that a request to halt is seen while the target runs. One thread takes what
/// arrived and sends.
/// </summary>
internal sealed class PacketConnection : IDisposable
{
    private static readonly byte[] Received = [(byte)'+'];
    private static readonly byte[] NotReceived = [(byte)'-'];

    private readonly Stream _stream;
    private readonly BlockingCollection<Arrival> _arrivals = [];
    private readonly PacketReader _reader = new();
    private readonly Thread _thread;
    private byte[] _last = [];

    /// <summary>Begins to read.</summary>
    /// <param name="stream">The connection. It is closed with this object.</param>
    public PacketConnection(Stream stream)
    {
        _stream = stream;
        _thread = new Thread(Read) { IsBackground = true, Name = "debugger" };
        _thread.Start();
    }

    /// <summary>Requests to halt, and the end of the connection, which is one as well.</summary>
    public HaltRequests Halts { get; } = new();

    /// <summary>True while both sides acknowledge packets.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>Waits for the next packet.</summary>
    /// <returns>The packet; null at the end of the connection.</returns>
    public Arrival? Take(CancellationToken cancellationToken)
    {
        while (true)
        {
            Arrival arrival = _arrivals.Take(cancellationToken);
            switch (arrival.Signal)
            {
                case PacketSignal.None:
                    return null;
                case PacketSignal.Packet:
                    Acknowledge(Received);
                    return arrival;
                case PacketSignal.Damaged:
                    Acknowledge(NotReceived);
                    break;
                case PacketSignal.Repeat:
                    Write(_last);
                    break;
                default:
                    // A request to halt a target that stands already.
                    break;
            }
        }
    }

    /// <summary>Sends a packet. A connection that is gone shows at the next <see cref="Take"/>.</summary>
    public void Send(string body)
    {
        _last = PacketText.Frame(body);
        Write(_last);
    }

    /// <summary>Waits until the debugger closes the connection.</summary>
    /// <param name="patience">The longest wait.</param>
    public void AwaitEnd(TimeSpan patience) => _thread.Join(patience);

    /// <summary>Closes the connection and waits for its thread.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        _thread.Join();
        _arrivals.Dispose();
    }

    private void Acknowledge(byte[] sign)
    {
        if (Acknowledges)
            Write(sign);
    }

    private void Write(byte[] bytes)
    {
        try
        {
            _stream.Write(bytes);
        }
        catch (IOException)
        {
            // The reading thread sees the same end.
        }
        catch (ObjectDisposedException)
        {
            // As above.
        }
    }

    private void Read()
    {
        byte[] buffer = new byte[4096];
        for (int count = ReadSome(buffer); count > 0; count = ReadSome(buffer))
            foreach (byte value in buffer.AsSpan(0, count))
                Arrive(_reader.Take(value));
        long halts = Halts.Count;
        Halts.Request();
        _arrivals.Add(new Arrival(PacketSignal.None, "", halts));
    }

    private int ReadSome(byte[] buffer)
    {
        try
        {
            return _stream.Read(buffer);
        }
        catch (IOException)
        {
            return 0;
        }
        catch (ObjectDisposedException)
        {
            return 0;
        }
    }

    private void Arrive(PacketSignal signal)
    {
        if (signal == PacketSignal.None)
            return;
        _arrivals.Add(new Arrival(signal, signal == PacketSignal.Packet ? _reader.Packet : "", Halts.Count));
        if (signal == PacketSignal.Interrupt)
            Halts.Request();
    }
}
