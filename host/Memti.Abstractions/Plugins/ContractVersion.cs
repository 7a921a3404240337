namespace Memti.Abstractions.Plugins;

/// <summary>Version of the contract between host and plugins. It rises when plugins must be rebuilt.</summary>
public static class ContractVersion
{
    /// <summary>Version of this assembly's contract. A constant, so a plugin keeps the number that it was compiled with.</summary>
    public const int Current = 1;
}
