namespace Memti.Tensors.Formats;

/// <summary>A file of tensors is damaged, has another format, or does not fit the network.</summary>
/// <param name="message">The error.</param>
/// <param name="inner">The exception of another reader that detected it.</param>
public sealed class TensorFormatException(string message, Exception? inner = null) : Exception(message, inner);
