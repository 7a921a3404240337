namespace Memti.Plugins.RiscV;

/// <summary>Codes of RISC-V cores.</summary>
public static class RiscVCodes
{
    /// <summary>A memory that a core cannot reach or address: beyond 4 GiB, or too slow.</summary>
    public const string UnreachableMemory = "MEMTI6701";
}
