namespace Memti.Abstractions.Graphs.Operations;

/// <summary>A function of two values.</summary>
public enum ArithmeticFunction
{
    /// <summary>a + b.</summary>
    Add,

    /// <summary>a - b.</summary>
    Subtract,

    /// <summary>a b.</summary>
    Multiply,

    /// <summary>a / b.</summary>
    Divide,

    /// <summary>The larger of the two.</summary>
    Maximum,

    /// <summary>The smaller of the two.</summary>
    Minimum,
}
