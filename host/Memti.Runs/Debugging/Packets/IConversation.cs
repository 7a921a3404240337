using Memti.Runs.Debugging.Targets;

namespace Memti.Runs.Debugging.Packets;

/// <summary>What packets ask of the conversation that they are part of.</summary>
internal interface IConversation
{
    /// <summary>How the target came to stand where it stands.</summary>
    DebugStop LastStop { get; set; }

    /// <summary>True when the debugger stays after the end of a run and may begin another.</summary>
    bool OutlivesRuns { get; set; }

    /// <summary>Stops sending and expecting acknowledgements, after the next reply.</summary>
    void StopAcknowledging();

    /// <summary>Lets the target run, until it stops or the debugger halts it.</summary>
    void Run(Func<CancellationToken, DebugStop> run);

    /// <summary>Prints text on the debugger's console. Only while it waits for the reply of a command or of a run.</summary>
    void Print(string text);

    /// <summary>Ends the conversation after the reply.</summary>
    void End(SessionEnd end);
}
