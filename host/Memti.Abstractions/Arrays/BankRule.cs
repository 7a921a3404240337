using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Arrays;

/// <summary>How a memory that is no power of two of cells is composed of banks that are.</summary>
[FormerSpellings]
public enum BankRule
{
    /// <summary>Equal banks, a power of two of them: the bank number is a field of the address, and consecutive words lie in consecutive banks.</summary>
    Equal,

    /// <summary>Falling powers of two, such as 2.7 = 2 + 0.5 + 0.25: hardly a cell is spare, and each bank works on a part of the contents.</summary>
    Binary,
}
