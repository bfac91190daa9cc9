using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms.Finding;

/// <summary>Where a form's page lies in a picture, and how well the printed lines fit there.</summary>
/// <param name="ToPicture">Map from the page to the picture of even light.</param>
/// <param name="Found">Share of the samples on printed lines at which a line was found, 0..1.</param>
/// <param name="Residual">Distance of these lines from where they were expected, root of the mean square, in pixels of the picture of even light.</param>
/// <param name="By">The anchor that it was found by.</param>
internal sealed record FormPlace(Homography ToPicture, double Found, double Residual, FormAnchor By);
