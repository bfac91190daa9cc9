using Cifra.Imaging.Geometry;

namespace Cifra.Reading.Forms;

/// <summary>Where a form's page lies in a picture, and how well its printed lines lie there.</summary>
/// <param name="ToPicture">From the page to the picture's evened form.</param>
/// <param name="Found">Share of the places on printed lines at which a line was found.</param>
/// <param name="Residual">Mean distance (root of the mean square) of these lines from where the fit has them, in pixels of the evened picture.</param>
/// <param name="By">What it was found by.</param>
internal sealed record FormPlace(Homography ToPicture, double Found, double Residual, FormAnchor By);
