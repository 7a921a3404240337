using Memti.Runs.Debugging.Packets;
using Memti.Runs.Debugging.Targets;

namespace Memti.Runs.Debugging.Sessions;

/// <summary>What came of a session.</summary>
/// <param name="End">How the debugger left.</param>
/// <param name="Stop">How the target stands.</param>
public readonly record struct SessionOutcome(SessionEnd End, DebugStop Stop);
