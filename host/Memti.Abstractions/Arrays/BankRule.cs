using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Arrays;

/// <summary>How an array is divided into banks when its number of cells is not a power of two. Each bank holds a power of two of
/// cells.</summary>
[FormerSpellings]
public enum BankRule
{
    /// <summary>A power of two of equal banks. The bank number is a field of the address, and consecutive words lie in consecutive
    /// banks.</summary>
    Equal,

    /// <summary>Falling powers of two, such as 2.7 = 2 + 0.5 + 0.25. Few cells stay unused, and each bank holds one part of the
    /// contents.</summary>
    Binary,
}
