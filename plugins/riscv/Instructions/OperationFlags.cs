namespace Memti.Plugins.RiscV.Instructions;

/// <summary>Calls and returns, by the hints of the specification: link registers are <c>x1</c> and <c>x5</c>.</summary>
[Flags]
internal enum OperationFlags : byte
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>A jump that links.</summary>
    Call = 1,

    /// <summary>A jump to a link register.</summary>
    Return = 2,
}
