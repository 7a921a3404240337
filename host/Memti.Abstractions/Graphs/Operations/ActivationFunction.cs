namespace Memti.Abstractions.Graphs.Operations;

/// <summary>A function of single values.</summary>
public enum ActivationFunction
{
    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>min(max(x, alpha), beta); ReLU6 is that from 0 to 6.</summary>
    Clip,

    /// <summary>x where x is above 0, alpha x elsewhere.</summary>
    LeakyRelu,

    /// <summary>x where x is above 0, alpha (exp(x) - 1) elsewhere.</summary>
    Elu,

    /// <summary>1 / (1 + exp(-x)).</summary>
    Sigmoid,

    /// <summary>alpha x + beta, cut at 0 and 1.</summary>
    HardSigmoid,

    /// <summary>x / (1 + exp(-x)), also called SiLU.</summary>
    Swish,

    /// <summary>x times x / 6 + 1/2, the latter cut at 0 and 1.</summary>
    HardSwish,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>log(1 + exp(x)).</summary>
    Softplus,

    /// <summary>x times the cumulative normal distribution at x.</summary>
    Gelu,
}
