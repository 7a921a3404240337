using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.State;

namespace Memti.Plugins.RiscV.Execution;

/// <summary>Calls and returns, for fault reports and observers.</summary>
internal sealed unsafe class CallLog(CoreState* state)
{
    /// <summary>Receives them; null for none. The state of the core is complete during its calls.</summary>
    public ICoreObserver? Observer { get; set; }

    /// <summary>Return addresses of the last calls, the latest first.</summary>
    public IReadOnlyList<ulong> Last()
    {
        var last = new ulong[Math.Min(state->CallCount, CoreState.Calls)];
        for (uint index = 0; index < last.Length; index++)
            last[index] = state->CallRing[(state->CallCount - 1 - index) & (CoreState.Calls - 1)];
        return last;
    }

    /// <summary>Remembers a call.</summary>
    public void Push(uint returnsTo) => state->CallRing[state->CallCount++ & (CoreState.Calls - 1)] = returnsTo;

    /// <summary>Forgets all calls.</summary>
    public void Clear() => state->CallCount = 0;
}
