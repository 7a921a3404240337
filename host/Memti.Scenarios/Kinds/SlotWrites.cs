namespace Memti.Scenarios.Kinds;

/// <summary>How sets are written over what is in their slot.</summary>
internal enum SlotWrites
{
    /// <summary>Every cell is written.</summary>
    Blind,

    /// <summary>Only cells that change are written.</summary>
    Differential,
}
