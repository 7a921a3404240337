namespace Memti.Arrays;

/// <summary>Mats in a grid, reached through an H-tree. A value: search makes millions.</summary>
/// <param name="Mat">The mat that the bank repeats.</param>
/// <param name="Tree">The wires to the mats.</param>
/// <param name="Rows">Mats above one another.</param>
/// <param name="Columns">Mats beside one another.</param>
/// <param name="ActiveRows">Active mats among those above one another.</param>
/// <param name="ActiveColumns">Active mats among those beside one another.</param>
internal readonly record struct Bank(Mat Mat, HTree Tree, int Rows, int Columns, int ActiveRows, int ActiveColumns)
{
    /// <summary>Height and width in m.</summary>
    public Extent Extent => new(Mat.Extent.Height * Rows, Mat.Extent.Width * Columns);

    /// <summary>Longest side over shortest.</summary>
    public static double Aspect(Extent extent) => extent.Height > extent.Width ? extent.Height / extent.Width : extent.Width / extent.Height;

    /// <summary>Organisation of the bank, for reports.</summary>
    public Organisation Describe() => new()
    {
        MatRows = Rows,
        MatColumns = Columns,
        ActiveMatRows = ActiveRows,
        ActiveMatColumns = ActiveColumns,
        SubarrayRows = Mat.Subarrays.Rows,
        SubarrayColumns = Mat.Subarrays.Columns,
        ActiveSubarrayRows = Mat.Active.Rows,
        ActiveSubarrayColumns = Mat.Active.Columns,
        SenseMux = Mat.Subarray.Shape.SenseMux,
        OutputMux1 = Mat.Subarray.Shape.OutputMux1,
        OutputMux2 = Mat.Subarray.Shape.OutputMux2,
        Driver = Mat.Subarray.Shape.Driver,
    };
}
