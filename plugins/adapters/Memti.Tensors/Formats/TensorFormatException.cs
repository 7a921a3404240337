namespace Memti.Tensors.Formats;

/// <summary>A file of tensors is damaged, is not what it says, or does not fit the network.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="inner">What noticed it, where another reader did.</param>
public sealed class TensorFormatException(string message, Exception? inner = null) : Exception(message, inner);
