namespace Memti.Plugins.RiscV.Options;

/// <summary>What a load or store at an address does that is no multiple of its size.</summary>
public enum MisalignedAccess
{
    /// <summary>It raises an exception.</summary>
    Trap,

    /// <summary>It takes two accesses where it crosses a word.</summary>
    Split,
}
