namespace Memti.WeightImages.Formats;

/// <summary>What an image file states besides its bytes, such as a start address.</summary>
/// <param name="Name">Name in results, such as <c>start_address</c>.</param>
/// <param name="Text">What it states.</param>
public sealed record FlatNote(string Name, string Text);
