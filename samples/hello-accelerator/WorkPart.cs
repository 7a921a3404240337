namespace HelloAccelerator;

/// <summary>What a read is for.</summary>
internal enum WorkPart
{
    SharedWeights,
    TaskWeights,
    Input,
}
