namespace Memti.Abstractions.Plugins;

/// <summary>The version of the contract between host and plugins; raised when a plugin must be rebuilt.</summary>
public static class ContractVersion
{
    /// <summary>The contract that this assembly holds. A plugin keeps the number it was compiled with.</summary>
    public const int Current = 1;
}
