namespace Memti.Abstractions.Plugins;

/// <summary>Version of the contract between host and plugins. It rises when plugins must be rebuilt.</summary>
/// <remarks>
/// 2: namespaces by subject, and members of trainers with other names. 1: everything in the namespace <c>Memti.Abstractions</c>.
/// </remarks>
public static class ContractVersion
{
    /// <summary>Version of this assembly's contract. A constant, so a plugin keeps the number that it was compiled with.</summary>
    public const int Current = 2;
}
