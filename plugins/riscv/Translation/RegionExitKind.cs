namespace Memti.Plugins.RiscV.Translation;

/// <summary>Why translated code was left.</summary>
internal enum RegionExitKind
{
    /// <summary>The next instruction follows, and does not belong to the region.</summary>
    Falls,

    /// <summary>A branch or jump to an instruction outside of the region.</summary>
    Jumps,

    /// <summary>A jump to an address that is known only when it runs.</summary>
    Indirect,

    /// <summary>The next instruction is one for the interpreter: a device, a store into code, an unaligned address.</summary>
    Unusual,

    /// <summary>The block might not end before the limit.</summary>
    Limit,
}
