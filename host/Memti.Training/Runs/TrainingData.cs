using Memti.Abstractions;

namespace Memti.Training;

/// <summary>The images of one task, divided.</summary>
/// <param name="Name">Name of the data.</param>
/// <param name="Train">To learn from.</param>
/// <param name="Validation">To choose the best epoch by.</param>
/// <param name="Test">To judge by; neither learnt from nor chosen by.</param>
/// <param name="Sha256">SHA-256 of all that the images are made from.</param>
public sealed record TrainingData(string Name, ImageSet Train, ImageSet Validation, ImageSet Test, string Sha256);
