using Memti.Runs.Debugging.Packets;
using Memti.Runs.Debugging.Targets;
using Memti.Runs.Debugging.Wire;

namespace Memti.Runs.Debugging.Sessions;

/// <summary>A conversation with one debugger, from its first packet to its leave.</summary>
internal sealed class DebugSession : IConversation
{
    /// <summary>Characters of text that one packet carries to the debugger's console.</summary>
    private const int PrintedLength = 1024;

    private readonly PacketConnection _connection;
    private readonly CancellationToken _cancellation;
    private readonly BreakpointBook _book;
    private readonly IPacketGroup[] _groups;
    private SessionEnd? _end;
    private long _haltsBefore;
    private bool _stopsAcknowledging;

    /// <summary>Begins a conversation.</summary>
    /// <param name="target">The machine, which stands still.</param>
    /// <param name="stop">How it came to stand still.</param>
    /// <param name="connection">The debugger.</param>
    /// <param name="cancellationToken">Ends the conversation.</param>
    public DebugSession(IDebugTarget target, DebugStop stop, PacketConnection connection, CancellationToken cancellationToken)
    {
        (_connection, _cancellation, LastStop) = (connection, cancellationToken, stop);
        _book = new BreakpointBook(target);
        var stops = new StopReplies(target, _book);
        var resume = new ResumePackets(target, stops, this);
        _groups =
        [
            resume,
            new RegisterPackets(target),
            new MemoryPackets(target),
            new BreakpointPackets(_book),
            new ThreadPackets(this),
            new ConnectionPackets(target, stops, this),
            new MonitorPackets(target, this),
            new EndPackets(resume, _book, this),
        ];
    }

    /// <inheritdoc/>
    public DebugStop LastStop { get; set; }

    /// <inheritdoc/>
    public bool OutlivesRuns { get; set; }

    /// <summary>Answers packets until the debugger leaves. Its breakpoints are gone then.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SessionEnd Serve()
    {
        while (_end is null)
        {
            if (_connection.Take(_cancellation) is not { } arrival)
                break;
            _haltsBefore = arrival.HaltsBefore;
            Answer(arrival.Packet);
        }

        _book.Clear();
        return _end ?? (LastStop.Reason == DebugStopReason.Ended ? SessionEnd.Ended : SessionEnd.Lost);
    }

    /// <inheritdoc/>
    public void StopAcknowledging() => _stopsAcknowledging = true;

    /// <inheritdoc/>
    public void Run(Func<CancellationToken, DebugStop> run)
    {
        LastStop = _connection.Halts.During(_haltsBefore, run, _cancellation);
        _cancellation.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    public void Print(string text)
    {
        foreach (char[] part in text.Chunk(PrintedLength))
            _connection.Send("O" + HexText.Of(new string(part)));
    }

    /// <inheritdoc/>
    public void End(SessionEnd end) => _end = end;

    private void Answer(string packet)
    {
        string? reply = Reply.Unsupported;
        foreach (IPacketGroup group in _groups)
            if (group.TryAnswer(packet, out reply))
                break;
            else
                reply = Reply.Unsupported;
        if (reply is not null)
            _connection.Send(reply);
        // The reply itself is still acknowledged by the debugger, which changes nothing: its sign is ignored.
        _connection.Acknowledges &= !_stopsAcknowledging;
    }
}
