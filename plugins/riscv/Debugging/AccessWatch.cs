using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.Instructions;
using Memti.Plugins.RiscV.State;

namespace Memti.Plugins.RiscV.Debugging;

/// <summary>Finds, before an instruction runs, which watched address it is about to touch.</summary>
internal sealed unsafe class AccessWatch(CoreState* state, DecodedCode code, Breakpoints breakpoints)
{
    /// <summary>The watched address of the next instruction and the kind of access; null for none.</summary>
    public (ulong Address, WatchKind Kind)? Next()
    {
        if (!breakpoints.Watches || !code.TryDecode(state->Pc, out Operation operation))
            return null;
        WatchKind kind = KindOf(operation.Kind);
        if (kind == WatchKind.None)
            return null;
        uint address = state->X[operation.Rs1] + (operation.Kind.IsAtomic() ? 0 : (uint)operation.Immediate);
        return breakpoints.Touched(address, operation.Kind.AccessBytes(), kind) is { } touched ? (touched, kind) : null;
    }

    private static WatchKind KindOf(OperationKind kind) => kind switch
    {
        OperationKind.LrW => WatchKind.Read,
        OperationKind.ScW => WatchKind.Write,
        _ when kind.IsLoad() => WatchKind.Read,
        _ when kind.IsStore() => WatchKind.Write,
        _ when kind.IsAtomic() => WatchKind.Read | WatchKind.Write,
        _ => WatchKind.None,
    };
}
