namespace Memti.Abstractions.Graphs;

/// <summary>What a parameter is for. It decides initial values, weight decay and how the parameter is stored.</summary>
public enum ParameterRole
{
    /// <summary>Kernel of a convolution, or weights of a fully connected layer in the middle.</summary>
    Kernel,

    /// <summary>Bias of a convolution or of a fully connected layer in the middle.</summary>
    Bias,

    /// <summary>Kernel of an adapter.</summary>
    Adapter,

    /// <summary>Scale of a batch norm, gamma.</summary>
    NormScale,

    /// <summary>Shift of a batch norm, beta.</summary>
    NormShift,

    /// <summary>Running mean of a batch norm; training moves it, without a gradient.</summary>
    NormMean,

    /// <summary>Running variance of a batch norm; training moves it, without a gradient.</summary>
    NormVariance,

    /// <summary>Weights of the last fully connected layer, or kernel of the last 1x1 convolution.</summary>
    ClassifierWeight,

    /// <summary>Bias of that layer.</summary>
    ClassifierBias,

    /// <summary>A constant of the program, such as the 3 of a hard swish: neither trained nor stored in a memory.</summary>
    Constant,
}
