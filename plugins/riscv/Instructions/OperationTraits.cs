namespace Memti.Plugins.RiscV.Instructions;

/// <summary>Classes of operations.</summary>
internal static class OperationTraits
{
    /// <summary>True for a conditional branch.</summary>
    public static bool IsBranch(this OperationKind kind) => kind is >= OperationKind.Beq and <= OperationKind.Bgeu;

    /// <summary>True for a load of the base set; not for atomic accesses.</summary>
    public static bool IsLoad(this OperationKind kind) => kind is >= OperationKind.Lb and <= OperationKind.Lhu;

    /// <summary>True for a store of the base set; not for atomic accesses.</summary>
    public static bool IsStore(this OperationKind kind) => kind is >= OperationKind.Sb and <= OperationKind.Sw;

    /// <summary>True for an access of extension A.</summary>
    public static bool IsAtomic(this OperationKind kind) => kind >= OperationKind.LrW;

    /// <summary>True for an access to a control register.</summary>
    public static bool IsControl(this OperationKind kind) => kind is >= OperationKind.Csrrw and <= OperationKind.Csrrci;

    /// <summary>True for an operation that only the interpreter does, outside its loop: it is never translated.</summary>
    public static bool IsRare(this OperationKind kind) => kind is >= OperationKind.FenceI or OperationKind.Illegal;

    /// <summary>True when the next instruction may be another than the following one.</summary>
    public static bool EndsBlock(this OperationKind kind) =>
        kind is OperationKind.Jal or OperationKind.Jalr || kind.IsBranch() || kind.IsRare();

    /// <summary>True when the operation reads <see cref="Operation.Rs1"/> as a register.</summary>
    public static bool ReadsFirst(this OperationKind kind) =>
        kind is OperationKind.Jalr or (>= OperationKind.Beq and <= OperationKind.Remu)
            or (>= OperationKind.Csrrw and <= OperationKind.Csrrc)
            || kind.IsAtomic();

    /// <summary>True when the operation reads <see cref="Operation.Rs2"/> as a register.</summary>
    public static bool ReadsSecond(this OperationKind kind) =>
        kind.IsBranch() || kind.IsStore() || kind is (>= OperationKind.Add and <= OperationKind.Remu) or >= OperationKind.ScW;

    /// <summary>Bytes that a load, a store or an atomic access moves; 0 for other operations.</summary>
    public static int AccessBytes(this OperationKind kind) => kind switch
    {
        OperationKind.Lb or OperationKind.Lbu or OperationKind.Sb => 1,
        OperationKind.Lh or OperationKind.Lhu or OperationKind.Sh => 2,
        OperationKind.Lw or OperationKind.Sw => 4,
        _ => kind.IsAtomic() ? 4 : 0,
    };
}
